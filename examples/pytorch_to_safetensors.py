#!/usr/bin/env python3
"""Writes a VAE that was trained in PyTorch as a file that the page opens ("Save", then "Open weights", or drop it).

    python examples/pytorch_to_safetensors.py model.pt vae.safetensors --activation relu \
        --rename fc1=encoder.0 fc21=mu fc22=log_var fc3=decoder.0 fc4=decoder.2 \
        --settings beta=1 noiseScale=1 likelihood='"bernoulli"'

model.pt is a state dict (torch.save(model.state_dict(), "model.pt")), or an .npz of arrays under the same names.
The page runs models of this form, where h1 … hk are the hidden layers and the decoder mirrors them:

    encoder = Sequential(Linear(D, h1), act, …, Linear(h(k-1), hk), act)     encoder.0, encoder.2, …
    mu, log_var = Linear(hk, d), Linear(hk, d)                               mu, log_var (ln of the variance)
    decoder = Sequential(Linear(d, hk), act, …, Linear(h1, D))               decoder.0, decoder.2, …

That is the posterior "diagonal", and "box": uniform on mu ± sqrt(3)·sigma. Of others name the --posterior:

    point        no log_var: the code is mu
    isotropic    log_var = Linear(hk, 1), for all axes
    full         z = mu + L·eps: log_var is ln of the squares on the diagonal of L, and
                 lower = Linear(hk, d·(d-1)/2) what is below it, row by row: L10, L20, L21, …

A variance of the pixels that is trained too is the parameter log_var_x, one number, its logarithm.

Images are rows of D = width * height intensities from 0 to 1. With the Bernoulli likelihood the last layer gives
logits; the page applies the sigmoid itself. At most 3 hidden layers of 1024 units and 8 latent axes.

Needs numpy, and torch only to read .pt files. From a script of your own:

    from pytorch_to_safetensors import write
    write("vae.safetensors", model.state_dict(), activation="tanh", settings={"beta": 1, "noiseScale": 1},
          optimizer=optimizer, model=model)   # the last two: the page goes on training where Adam was
"""

import argparse
import json
import struct
import sys

import numpy as np

ACTIVATIONS = ("relu", "tanh", "gelu")
POSTERIORS = ("point", "isotropic", "diagonal", "full", "box")


def array_of(value):
    """A tensor or an array as float32, C order, little-endian."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().float().numpy()
    return np.ascontiguousarray(value, dtype="<f4")


def moments_of(optimizer, model):
    """Adam's moments under the names of their parameters, and the number of steps."""
    names = {id(parameter): name for name, parameter in model.named_parameters()}
    moments, step = {}, 0
    for parameter, state in optimizer.state.items():
        name = names[id(parameter)]
        moments[f"optimizer.exp_avg.{name}"] = state["exp_avg"]
        moments[f"optimizer.exp_avg_sq.{name}"] = state["exp_avg_sq"]
        step = int(state["step"])
    return moments, step


def write(
    path, state, activation="relu", width=None, height=None, settings=None, optimizer=None, model=None, posterior=None
):
    """Writes a state dict whose names are those above; without a posterior it is diagonal."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation is {activation}; it must be one of {', '.join(ACTIVATIONS)}")
    if posterior is not None and posterior not in POSTERIORS:
        raise ValueError(f"posterior is {posterior}; it must be one of {', '.join(POSTERIORS)}")
    tensors = {name: array_of(value) for name, value in state.items()}
    metadata = {"format": "pt", "vae_geometry": "1", "activation": activation}
    if posterior is not None:
        metadata["posterior"] = posterior
    if optimizer is not None:
        moments, step = moments_of(optimizer, model)
        tensors.update({name: array_of(value) for name, value in moments.items()})
        metadata["step"] = str(step)
    if width is not None and height is not None:
        metadata.update(width=str(width), height=str(height))
    if settings:
        metadata["settings"] = json.dumps(settings)
    header, end = {"__metadata__": metadata}, 0
    for name, values in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [end, end + values.nbytes]}
        end += values.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for values in tensors.values():
            file.write(values.tobytes())


def renamed(state, renames):
    """Layers under other names: {"fc1": "encoder.0"} turns fc1.weight into encoder.0.weight."""

    def name_of(name):
        layer, dot, part = name.rpartition(".")
        return f"{renames.get(layer, layer)}.{part}" if dot else renames.get(name, name)

    return {name_of(name): value for name, value in state.items()}


def read(path):
    if path.endswith(".npz"):
        return dict(np.load(path))
    import torch

    return torch.load(path, map_location="cpu", weights_only=True)


def pairs(entries):
    return dict(entry.split("=", 1) for entry in entries)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="a state dict: .pt or .npz")
    parser.add_argument("target", help="the file to write: .safetensors")
    parser.add_argument("--activation", choices=ACTIVATIONS, default="relu")
    parser.add_argument("--posterior", choices=POSTERIORS)
    parser.add_argument("--size", type=int, nargs=2, metavar=("WIDTH", "HEIGHT"), default=(None, None))
    parser.add_argument("--rename", nargs="*", default=[], metavar="LAYER=NAME")
    parser.add_argument("--settings", nargs="*", default=[], metavar="KEY=JSON", help="settings of the page")
    args = parser.parse_args()
    state = renamed(read(args.source), pairs(args.rename))
    settings = {key: json.loads(value) for key, value in pairs(args.settings).items()}
    width, height = args.size
    write(args.target, state, args.activation, width, height, settings, posterior=args.posterior)
    print(f"{args.target}: {len(state)} tensors", file=sys.stderr)


if __name__ == "__main__":
    main()
