"""Every module can be read before those that build on it: no two import each other, not even for their types."""

from graphlib import TopologicalSorter

import grimp


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("claimlight", include_external_packages=False)
    order = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    ).static_order()
    assert set(order) == graph.modules, "a CycleError names the circle"
