"""A BERT encoder with a classification head, in plain torch, that starts from MiniLM-L6 sentence-embedding weights."""

import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

LABELS = ("supported", "contradicted", "not-addressed")


class Layer(nn.Module):
    """One transformer layer, post-normalised as in BERT."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float, eps: float):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(hidden, hidden)
        self.key = nn.Linear(hidden, hidden)
        self.value = nn.Linear(hidden, hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attended_norm = nn.LayerNorm(hidden, eps=eps)
        self.inner = nn.Linear(hidden, inner)
        self.outer = nn.Linear(inner, hidden)
        self.outer_norm = nn.LayerNorm(hidden, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        batch, length, hidden = x.shape
        split = (batch, length, self.heads, hidden // self.heads)
        query, key, value = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) * (split[-1] ** -0.5) + bias
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, hidden)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Verifier(nn.Module):
    """Reads `[CLS] evidence [SEP] claim [SEP]` and gives three logits, in the order of LABELS."""

    def __init__(self, config: dict):
        super().__init__()
        hidden, eps = config["hidden_size"], config["layer_norm_eps"]
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(config["max_position_embeddings"], hidden)
        self.types = nn.Embedding(config["type_vocab_size"], hidden)
        self.norm = nn.LayerNorm(hidden, eps=eps)
        dropout = config["hidden_dropout_prob"]
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], dropout, eps)
            for _ in range(config["num_hidden_layers"])
        )
        self.compare = nn.Linear(4 * hidden, hidden)
        self.pooled = nn.Linear(7 * hidden, hidden)
        self.head = nn.Linear(hidden, len(LABELS))

    def forward(self, input_ids, attention_mask, token_type_ids):
        positions = torch.arange(input_ids.shape[1], device=input_ids.device).unsqueeze(0)
        x = self.words(input_ids) + self.positions(positions) + self.types(token_type_ids)
        x = self.dropout(self.norm(x))
        mask = attention_mask.to(x.dtype)
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        pooled = torch.tanh(self.pooled(self.dropout(self.features(x, mask, token_type_ids.to(x.dtype) * mask))))
        return self.head(self.dropout(pooled))

    def features(self, x, mask, of_claim):
        """What the head reads of a pair's token vectors: the first token; the mean of each text, which is where the
        backbone was trained to put a text's meaning, with their difference and product (Reimers & Gurevych,
        Sentence-BERT, 2019); and each token of the claim beside the evidence that it attends to (Parikh et al.,
        decomposable attention, 2016), as mean and maximum: a mean over a paragraph hides the one word that differs."""
        of_evidence = mask - of_claim
        evidence, claim = mean(x, of_evidence), mean(x, of_claim)
        similarity = x @ x.transpose(1, 2) * (x.shape[-1] ** -0.5) + (1.0 - of_evidence)[:, None, :] * -10000.0
        beside = similarity.softmax(-1) @ x
        compared = torch.tanh(self.compare(torch.cat([x, beside, (x - beside).abs(), x * beside], -1)))
        largest = (compared + (1.0 - of_claim).unsqueeze(-1) * -10000.0).max(1).values
        return torch.cat(
            [x[:, 0], evidence, claim, (evidence - claim).abs(), evidence * claim, mean(compared, of_claim), largest], -1
        )


def mean(x, of):
    """The mean of the token vectors that `of` marks with 1."""
    return (x * of.unsqueeze(-1)).sum(1) / of.sum(1, keepdim=True).clamp(min=1.0)


def from_backbone(folder: Path) -> Verifier:
    """A verifier with the backbone's encoder and a new head. `folder` holds config.json and model.fp16.safetensors."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    model = Verifier(config)
    weights = {name: tensor.float() for name, tensor in load_file(folder / "model.fp16.safetensors").items()}

    def fill(module, name):
        module.weight.data.copy_(weights[f"{name}.weight"])
        if getattr(module, "bias", None) is not None:
            module.bias.data.copy_(weights[f"{name}.bias"])

    fill(model.words, "embeddings.word_embeddings")
    fill(model.positions, "embeddings.position_embeddings")
    fill(model.types, "embeddings.token_type_embeddings")
    fill(model.norm, "embeddings.LayerNorm")
    for index, layer in enumerate(model.layers):
        at = f"encoder.layer.{index}"
        fill(layer.query, f"{at}.attention.self.query")
        fill(layer.key, f"{at}.attention.self.key")
        fill(layer.value, f"{at}.attention.self.value")
        fill(layer.attended, f"{at}.attention.output.dense")
        fill(layer.attended_norm, f"{at}.attention.output.LayerNorm")
        fill(layer.inner, f"{at}.intermediate.dense")
        fill(layer.outer, f"{at}.output.dense")
        fill(layer.outer_norm, f"{at}.output.LayerNorm")
    return model
