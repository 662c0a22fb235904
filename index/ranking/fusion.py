"""Fuse two rankings by reciprocal rank."""

Fused = tuple[int, float, int | None, int | None]  # id, score, dense rank, lexical rank
_RRF_K = 60  # the constant of Cormack, Clarke and Büttcher (2009)


def fuse(dense: list[int], lexical: list[int], lexical_weight: float = 1.0) -> list[Fused]:
    """Fuse two rankings by reciprocal rank, best first.

    Ranks count from 1; first place in one leg scores 1.0, or the weight of that leg.
    """
    dense_rank = {passage_id: rank for rank, passage_id in enumerate(dense, 1)}
    lexical_rank = {passage_id: rank for rank, passage_id in enumerate(lexical, 1)}
    fused = []
    for passage_id in dict.fromkeys([*dense, *lexical]):
        ranks = dense_rank.get(passage_id), lexical_rank.get(passage_id)
        shares = [
            weight * (_RRF_K + 1) / (_RRF_K + rank)
            for rank, weight in zip(ranks, (1.0, lexical_weight), strict=True)
            if rank
        ]
        fused.append((passage_id, sum(shares), *ranks))
    return sorted(fused, key=lambda row: -row[1])


def best(ranked: list[Fused], count: int, of_each: int) -> list[Fused]:
    """Return the first of a fused ranking, and behind them the best `of_each` of each leg.

    What only one leg finds is seldom high in the fused one.
    """
    missed = [row for row in ranked[count:] if min(filter(None, row[2:])) <= of_each]
    return [*ranked[:count], *missed]
