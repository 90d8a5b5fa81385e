"""Look at a graph: data frames, centrality, communities and plots (`pip install "kg[analysis]"`)."""

from kg.analysis.frames import co_occurrence_frame as co_occurrence_frame
from kg.analysis.frames import entities_frame as entities_frame
from kg.analysis.frames import posts_frame as posts_frame
from kg.analysis.networks import centrality as centrality
from kg.analysis.networks import communities as communities
from kg.analysis.networks import projection as projection
from kg.analysis.plots import chinese_font as chinese_font
from kg.analysis.plots import plot_co_occurrence as plot_co_occurrence
from kg.analysis.plots import plot_posts as plot_posts
