"""The same words find the same papers, wherever the conference is stored."""

import re
import subprocess
from urllib.parse import quote_plus

import pytest

from conftest import HATATA, ROOT, Node, eventually, free_port, get, hatata, status

ICLR = ROOT.parent / "shared/data/iclr2020/sitedata"

QUERIES = """
graph neural networks; reinforcement learning; adversarial examples; meta-learning; transformer; attention; variational autoencoder;
generative adversarial network; few-shot classification; knowledge distillation; pruning; quantization; language model; machine translation;
federated learning; continual learning; catastrophic forgetting; exploration bonus; offline policy evaluation; imitation learning;
optimal transport; normalizing flows; disentangled representations; self-supervised; contrastive; batch normalization; learning rate warmup;
double descent; neural tangent kernel; generalization bound; robustness certification; interpretability; point clouds; speech recognition;
program synthesis; molecule generation; video prediction; architecture search; grafh nueral netwroks; Bengio
""".replace("\n", " ").split(";")


def first_hits(port, query):
    return list(dict.fromkeys(re.findall(r'href="/papers/([^"/?#]+)"', get(port, f"/papers?q={quote_plus(query.strip())}").text)))[:3]


@pytest.mark.skipif(not ICLR.exists(), reason="the data of ICLR 2020 are not here")
def test_the_first_three_hits_of_forty_queries_agree_on_both_databases(postgres, tmp_path):
    database = postgres.database("golden")
    assert len(QUERIES) == 40
    for data, place in ((tmp_path / "file", None), (tmp_path / "server", database)):
        done = hatata("import", ICLR, "--data", data, "--skip-bad-rows", database=place)
        assert done.returncode == 0, done.stdout + done.stderr
    port = free_port()
    alone = subprocess.Popen([HATATA, "serve", "--data", str(tmp_path / "file"), "--port", str(port)], stderr=subprocess.DEVNULL)
    node = Node(tmp_path / "server", database)
    try:
        eventually(lambda: status(port, "/health/ready") == 200, "the folder is served")
        hits = {query: (first_hits(port, query), first_hits(node.port, query)) for query in QUERIES}
    finally:
        alone.terminate()
        alone.wait(timeout=30)
        node.stop()
    assert sum(bool(found) for found, _ in hits.values()) >= 38, hits
    different = {query: both for query, both in hits.items() if both[0] != both[1]}
    assert len(different) <= 4, different
