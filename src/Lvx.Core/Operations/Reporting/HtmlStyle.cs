namespace Lvx.Core.Operations.Reporting;

/// <summary>How a report looks: on a screen, on a phone, in the dark, on paper.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b2329; --quiet: #53606b; --line: #c9d1d8; --soft: #f2f5f7; --good: #0b6b34; --warn: #7a4b00; --bad: #a51d1d; --bar: #2f6fab; --range: #101820; --link: #14588f; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14191d; --ink: #e7ecf0; --quiet: #a5b1bb; --line: #3b464f; --soft: #1e252b; --good: #6fd39a; --warn: #f0bd62; --bad: #ff9a91; --bar: #3f7fbd; --range: #ffffff; --link: #8cc4f3; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 66rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
        h1 { margin: 0 0 0.75rem; font-size: 1.8rem; line-height: 1.2; }
        h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--line); font-size: 1.3rem; line-height: 1.3; }
        h3 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
        p, ul { margin: 0.5rem 0; }
        ul { padding-left: 1.3rem; }
        a { color: var(--link); }
        nav ol { margin: 0; padding: 0; columns: 9.5rem; list-style: none; }
        nav { margin: 1rem 0; font-size: 0.9rem; }
        .box { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
        .box:focus-visible { outline: 3px solid var(--link); }
        table { width: 100%; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        th, td { padding: 0.4rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 4.5rem; }
        td, thead th { white-space: nowrap; }
        td.long { min-width: 13rem; white-space: normal; overflow-wrap: anywhere; }
        tbody tr:last-child > * { border-bottom: 0; }
        thead th { background: var(--soft); }
        tbody th { font-weight: 600; min-width: 7.5rem; max-width: 24rem; }
        td.blank { min-width: 8rem; border-left: 1px solid var(--line); }
        .good, .warn, .bad { font-weight: 700; }
        .good { color: var(--good); }
        .warn { color: var(--warn); }
        .bad { color: var(--bad); }
        .muted { color: var(--quiet); }
        .finding { margin: 0.6rem 0; padding: 0.6rem 0.9rem; border: 1px solid var(--line); border-left: 6px solid currentColor; border-radius: 6px; background: var(--soft); }
        .finding > * { color: var(--ink); font-weight: 400; margin: 0.2rem 0; }
        .finding .word { display: inline-block; margin-right: 0.5rem; font-weight: 700; letter-spacing: 0.03em; }
        .good > p > .word { color: var(--good); }
        .warn > p > .word { color: var(--warn); }
        .bad > p > .word { color: var(--bad); }
        .finding strong { font-weight: 650; }
        figure { margin: 1.25rem 0; max-width: 27rem; }
        figcaption { color: var(--quiet); font-size: 0.85rem; }
        svg { display: block; width: 100%; height: auto; margin: 0.5rem 0; }
        svg text { fill: var(--ink); font-size: 13px; }
        svg .end { text-anchor: end; }
        svg .scale { fill: var(--quiet); font-size: 12px; }
        svg .track { fill: var(--soft); stroke: var(--line); stroke-width: 1; }
        svg .bar { fill: var(--bar); }
        svg .range { stroke: var(--range); stroke-width: 2; }
        svg .axis { stroke: var(--line); stroke-width: 1; }
        pre { margin: 0.25rem 0; padding: 0.7rem 0.9rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); font: 0.8rem/1.45 ui-monospace, "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: normal; }
        details { margin: 0.75rem 0; }
        details pre { max-height: 32rem; overflow-y: auto; }
        summary { cursor: pointer; font-weight: 600; padding: 0.3rem 0; }
        @media screen and (max-width: 40rem) {
          body { padding: 1rem 0.9rem 3rem; }
          h1 { font-size: 1.45rem; }
          h2 { font-size: 1.15rem; margin-top: 2rem; }
          table, tbody, tr, tbody th, td { display: block; min-width: 0; max-width: none; }
          thead { display: none; }
          tr { padding: 0.45rem 0.7rem; border-bottom: 1px solid var(--line); }
          tbody tr:last-child { border-bottom: 0; }
          tbody th, td, td.long { padding: 0.1rem 0; border: 0; white-space: normal; overflow-wrap: anywhere; }
          td.blank { min-height: 1.8rem; border-bottom: 1px dotted var(--line); }
          td::before { content: attr(data-head) ": "; color: var(--quiet); font-weight: 400; }
        }
        @page { margin: 14mm 12mm; }
        @media print {
          :root { --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #999999; --soft: #ffffff; --good: #0b5a2c; --warn: #6b4200; --bad: #8f1212; --bar: #8ab0d3; --range: #000000; --link: #000000; }
          html { font-size: 9.5pt; }
          body { max-width: none; padding: 0; }
          nav { display: none; }
          h2 { break-after: avoid; margin-top: 1.4rem; }
          h3, summary { break-after: avoid; }
          #s2, #s5, #s9, #s11, #s14 { break-before: page; }
          tr, .finding, figure { break-inside: avoid; }
          thead { display: table-header-group; }
          .box, pre, details pre { overflow: visible; max-height: none; }
          .box { border: 0; }
          table { font-size: 8pt; }
          th, td, td.long, thead th, tbody th { min-width: 0; white-space: normal; overflow-wrap: break-word; padding: 0.25rem 0.35rem; }
          td.blank { width: 18%; height: 2.4rem; border: 1px solid var(--line); }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 7pt; border: 0; padding: 0; }
          details::details-content { content-visibility: visible; display: block; height: auto; opacity: 1; }
          summary { list-style: none; }
        }
        """;
}
