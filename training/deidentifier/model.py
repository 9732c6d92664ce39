"""The first layers of the backbone with a label for each word's first piece."""

import json
from pathlib import Path

import torch
from torch import nn

from verifier.backbone import Layer
from .words import WAYS

LABELS = ("none", "name", "date", "record", "phone", "address", "email", "age", "organisation")
#: Longest window that the model has places for, marks of its ends included.
LONGEST = 192


class Tagger(nn.Module):
    """Token ids and ways of writing, both (batch, length), to logits (batch, length, labels)."""

    def __init__(self, config: dict, layers: int, dropout: float = 0.1):
        super().__init__()
        hidden, eps = config["hidden_size"], config["layer_norm_eps"]
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(LONGEST, hidden)
        self.ways = nn.Embedding(WAYS, hidden)
        self.norm = nn.LayerNorm(hidden, eps=eps)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], dropout, eps) for _ in range(layers)
        )
        self.head = nn.Linear(hidden, len(LABELS))

    def forward(self, input_ids, attention_mask, token_type_ids):
        positions = torch.arange(input_ids.shape[1], device=input_ids.device).unsqueeze(0)
        x = self.words(input_ids) + self.positions(positions) + self.ways(token_type_ids)
        x = self.dropout(self.norm(x))
        bias = (1.0 - attention_mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return self.head(self.dropout(x))


def from_backbone(folder: Path, layers: int, dropout: float = 0.1) -> Tagger:
    """A tagger with the backbone's first layers and a new head. `folder` holds config.json and model.fp16.safetensors."""
    from safetensors.torch import load_file

    model = Tagger(json.loads((folder / "config.json").read_text()), layers, dropout)
    weights = {name: tensor.float() for name, tensor in load_file(folder / "model.fp16.safetensors").items()}

    def fill(module, name):
        module.weight.data.copy_(weights[f"{name}.weight"])
        module.bias.data.copy_(weights[f"{name}.bias"])

    model.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    model.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"][:LONGEST])
    model.ways.weight.data.copy_(weights["embeddings.token_type_embeddings.weight"][:1].expand(WAYS, -1))
    model.ways.weight.data.add_(torch.randn_like(model.ways.weight) * 0.02)
    fill(model.norm, "embeddings.LayerNorm")
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense", "outer_norm": "output.LayerNorm",
    }
    for index, layer in enumerate(model.layers):
        for mine, theirs in parts.items():
            fill(getattr(layer, mine), f"encoder.layer.{index}.{theirs}")
    return model
