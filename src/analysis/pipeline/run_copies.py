"""The step that pairs the copies of a corpus, from the sketches of its articles."""

from pathlib import Path

import pandas as pd

from analysis import engine, stores
from analysis.buckets import scratch_folder
from analysis.copies import pair_sketch_files


def write_copies(sketches: Path, output: Path) -> None:
    """Write the table `copies` to a file. Nothing is read or written if it was made of the same sketches before."""

    def make() -> dict[str, pd.DataFrame]:
        with scratch_folder(stores.on_this_machine(output.parent) / ".pairs") as scratch:
            return {"copies": pair_sketch_files(engine.parts(sketches), scratch=scratch)}

    engine.write_whole(pair_sketch_files, {}, [sketches], {"copies": output}, make)
