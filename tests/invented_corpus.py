"""What an invented corpus is made of."""

LINES = [
    "Rain fell on the town on Monday, and the council, which had met to talk about drought, went home early in the dark.",
    "“We had planned for dust,” said Ana Oakes, who chairs it. She had left her umbrella in the other car, she said.",
    "The river rose four feet by Tuesday night. No one was hurt, the sheriff said, though a heron was seen to complain.",
    "The council will meet again next week, in a room with a better roof, to take up what it had put down on Monday.",
]


def copy_of(headline: str, *, dateline: str = "MARLOW — ", extra: str = "") -> str:
    return "\n\n".join(
        [headline, "By Nora Petrakis", "March 3, 2026 at 6:12 a.m. ET", "Share", dateline + LINES[0], *LINES[1:], extra]
    )


def record(number: int) -> dict:
    return {
        "source": "The Post",
        "title": f"Rain {number}",
        "date": "2026-03-01",
        "authors": "Tom Vale, Ana Roe",
        "content": "\n\n".join(LINES),
        "url": f"u{number}",
    }
