"""The step that pairs the copies of a corpus, from the sketches of its articles."""

from pathlib import Path

from analysis import engine, tables
from analysis.buckets import scratch_folder
from analysis.copies import pair_sketch_files


def write_copies(sketches: Path, output: Path) -> None:
    """Write the table `copies` to a file. Nothing is read or written if it was made of the same sketches before."""
    parts = engine.parts(sketches)
    key = engine.step_key(pair_sketch_files, {}, map(engine.part_hash, parts))
    if engine.is_fresh(output, key):
        return
    with scratch_folder(output.parent / ".pairs") as scratch:
        copies = pair_sketch_files(parts, scratch=scratch)
    tables.write_table(copies, output, "copies", metadata=engine.key_metadata(key))
