"""Pictures made at build time: numbers of a report in, SVG with its words and its table out.

How a page embeds one: `<figure class="chart s-at-risk">{chart.svg}<figcaption>…</figcaption>
</figure>`, where the class after `s-` is the status in its own words with hyphens, and `narrow` is
added where the figure is less than 540 px wide on a wide screen. The markup is complete and safe;
`static/charts.css`, `static/tokens.css` and `static/states.css` give it its looks. `chart.head` and
`chart.rows` are the table for the disclosure beneath.

Every picture is as wide as its figure and as tall as it says, with text in the page's own size:
across, positions are per cent of the width; lines stand in an inner picture that is stretched.
What does not fit a phone is left out there by the class `w`.

Time runs from left to right in every language, as plots of numbers do; the words themselves run
as their language does.
"""
