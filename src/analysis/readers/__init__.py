"""Read raw files: bytes in, raw records out, one module per format. `formats` says how to add one."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
