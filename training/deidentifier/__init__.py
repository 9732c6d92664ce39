"""Recipe of the tagger that finds identifiers beside the rules of src/core/privacy; see ../README.md."""
