// The look of the statistics page.
#pragma once

#include <string_view>

namespace cli {

inline constexpr std::string_view page_style = R"css(
:root{color-scheme:light dark;--ground:#f5f6f8;--card:#fff;--ink:#171b24;--soft:#626c7d;--line:#e5e8ed;--track:#eef0f4;--main:#3457d5;--good:#15936c;--bad:#d1525c;--rest:#a9b1bf}
@media(prefers-color-scheme:dark){:root{--ground:#0f1218;--card:#181c25;--ink:#e9ecf2;--soft:#98a1b2;--line:#292f3b;--track:#242a35;--main:#86a3ff;--good:#4cc39a;--bad:#ef7f86;--rest:#5f6878}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;-webkit-text-size-adjust:100%}
.page{max-width:1160px;margin:0 auto;padding:40px 24px 32px}
header{margin-bottom:24px}
h1{margin:0;font-size:30px;line-height:1.2;font-weight:680;letter-spacing:-.015em}
:lang(zh) h1{letter-spacing:0}
header p,footer{color:var(--soft);margin:6px 0 0;font-size:14px;overflow-wrap:anywhere}
footer{margin-top:28px;font-size:13px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:14px;overflow:hidden;margin:0 0 20px}
.figures div{background:var(--card);padding:16px 20px;min-width:0}
.figures dt{color:var(--soft);font-size:13px}
.figures dd{margin:2px 0 0;font-size:26px;line-height:1.2;font-weight:640;font-variant-numeric:tabular-nums;letter-spacing:-.01em;overflow-wrap:anywhere}
.figures dd small{display:block;color:var(--soft);font-size:13px;font-weight:400;letter-spacing:0;margin-top:3px}
.figures dd small:empty{display:none}
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:20px}
.chart{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px 22px 22px;min-width:0}
.chart.wide{grid-column:1/-1}
.chart h2{margin:0 0 16px;font-size:16px;line-height:1.3;font-weight:640;display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 12px;align-items:baseline}
.chart h2 small{color:var(--soft);font-size:13px;font-weight:400}
ol{list-style:none;margin:0;padding:0}
.bars li{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:14px;row-gap:5px;margin-top:11px}
.bars li:first-child{margin-top:0}
.bars svg{grid-column:1/-1;display:block}
.label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:14px}
.value{font-variant-numeric:tabular-nums;font-size:14px;font-weight:560;text-align:right;white-space:nowrap}
.value small{color:var(--soft);font-weight:400;font-size:13px;display:inline-block;min-width:4.8em;margin-left:6px}
.main{fill:var(--main)}.good{fill:var(--good)}.bad{fill:var(--bad)}.rest{fill:var(--rest)}.track{fill:var(--track)}.ghost{fill:transparent}
.grid{stroke:var(--line);stroke-width:1;shape-rendering:crispEdges}
.ring{display:grid;grid-template-columns:168px minmax(0,1fr);gap:28px;align-items:center}
.dial{position:relative;width:100%;max-width:168px;margin:0 auto}
.dial svg{display:block;width:100%}
.dial b{position:absolute;inset:0;display:grid;place-items:center;font-size:24px;font-weight:640;font-variant-numeric:tabular-nums}
.arc{fill:none;stroke-width:22}.arc.main{stroke:var(--main)}.arc.rest{stroke:var(--rest)}
.keys li{display:grid;grid-template-columns:12px minmax(0,1fr) auto;column-gap:10px;align-items:center;margin-top:9px}
.keys li:first-child{margin-top:0}
.months{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:10px;row-gap:6px}
.months svg{display:block;overflow:visible}
.ticks{display:flex;flex-direction:column;justify-content:space-between;text-align:right;color:var(--soft);font-size:12px;line-height:1;margin:-6px 0;font-variant-numeric:tabular-nums}
.names{grid-column:2;display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);text-align:center;color:var(--soft);font-size:12px;line-height:1.3}
.names span{white-space:nowrap}
.names i{font-style:normal}
.names small{display:block;margin:0 -1em;font-size:11px;opacity:.8}
g:hover>.main{opacity:.8}
.empty{border:1px dashed var(--line);border-radius:10px;padding:28px 16px;text-align:center;color:var(--soft);font-size:14px}
.empty code{display:block;margin-top:6px;font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media(max-width:760px){.page{padding:24px 16px}.charts{grid-template-columns:minmax(0,1fr);gap:14px}.chart{padding:18px 16px 18px}h1{font-size:25px}
.figures{grid-template-columns:repeat(2,minmax(0,1fr))}.figures div{padding:13px 16px}.figures dd{font-size:22px}.figures div:last-child:nth-child(odd){grid-column:1/-1}.months svg{height:150px}}
@media(max-width:430px){.ring{grid-template-columns:minmax(0,1fr);gap:18px}.names{font-size:10.5px}.names i{display:none}.names small{font-size:10px}}
@media print{body{background:#fff}.chart{break-inside:avoid}}
)css";

}  // namespace cli
