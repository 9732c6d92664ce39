"""The recipe of Attest's embedded verifier: which pairs it learns from, how it is trained, exported and calibrated."""
