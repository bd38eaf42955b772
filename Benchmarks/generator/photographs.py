"""Pictures that compress like photographs: smooth waves and a little noise."""
import os

import numpy as np
from PIL import Image

COUNT, WIDTH, HEIGHT = 40, 1200, 800


def photograph(number):
    generator = np.random.default_rng(number)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype("float32")
    picture = np.zeros((HEIGHT, WIDTH, 3), "float32")
    for channel in range(3):
        for _ in range(6):
            along, down = generator.uniform(0.001, 0.03, 2)
            wave = np.sin(along * x + down * y + generator.uniform(0, 6))
            picture[..., channel] += wave * generator.uniform(10, 35)
    picture += 128 + generator.normal(0, 6, picture.shape)
    return Image.fromarray(picture.clip(0, 255).astype("uint8"))


def write(folder):
    os.makedirs(folder, exist_ok=True)
    for number in range(COUNT):
        path = os.path.join(folder, f"photograph-{number:02d}.jpg")
        if not os.path.exists(path):
            photograph(number).save(path + ".part", "JPEG", quality=85)
            os.rename(path + ".part", path)
