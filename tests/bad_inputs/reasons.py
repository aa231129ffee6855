"""The reasons of rejects."""

DAMAGED_WORKBOOK = ("damaged workbook",)
NOT_VALID_JSON = ("not valid JSON",)
FIELD_IS_NOT_TEXT = ("field is not text",)
NO_BODY_FOUND = ("no body found",)
FORM_NOT_KNOWN = ("form not known",)
BROKEN_ROW = ("broken row",)
NO_STORY = ("no story",)
NO_TEXT = ("no text",)
NOT_TEXT = ("not text",)
NOT_AN_ARTICLE = ("not an article",)
