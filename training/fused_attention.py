"""Layers of the encoder as onnxruntime computes them fastest: attention as one operator instead of a dozen."""

import copy

import torch
from torch import nn
from torch.nn import functional

from verifier.backbone import Layer


class Attention(torch.autograd.Function):
    """Is written as onnxruntime's operator `Attention`. Only for that: it computes nothing."""

    @staticmethod
    def symbolic(g, x, weight, bias, mask, heads):
        return g.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=heads).setType(x.type())

    @staticmethod
    def forward(ctx, x, weight, bias, mask, heads):
        return x.clone()


class FusedLayer(nn.Module):
    """A layer with the weights of `layer`, to be written and not to be run."""

    def __init__(self, layer: Layer):
        super().__init__()
        self.heads = layer.heads
        parts = (layer.query, layer.key, layer.value)
        self.weight = nn.Parameter(torch.cat([part.weight.T for part in parts], 1).contiguous())
        self.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
        self.attended, self.attended_norm = layer.attended, layer.attended_norm
        self.inner, self.outer, self.outer_norm = layer.inner, layer.outer, layer.outer_norm

    def forward(self, x, bias):
        mask = (bias[:, 0, 0, :] >= 0).to(torch.int32)
        mixed = Attention.apply(x, self.weight, self.bias, mask, self.heads)
        x = self.attended_norm(x + self.attended(mixed))
        return self.outer_norm(x + self.outer(functional.gelu(self.inner(x))))


def fused(model: nn.Module) -> nn.Module:
    """A copy of a model with `layers` that can be written and not run."""
    copied = copy.deepcopy(model).eval()
    copied.layers = nn.ModuleList(FusedLayer(layer) for layer in copied.layers)
    return copied
