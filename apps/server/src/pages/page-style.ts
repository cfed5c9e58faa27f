/** The whole style of the public pages: no file to fetch, no colour outside of the variables. */
export const pageStyle = `
:root{color-scheme:light dark;--canvas:#f7f7f9;--surface:#fff;--sunken:#f0f1f4;--border:#e3e4ea;--border-strong:#8b8f9d;--text:#1b1d24;--soft:#494d59;--dim:#5f6472;
--accent:#3b50b8;--accent-soft:#edf0fc;--accent-border:#cdd5f6;--on-accent:#fff;--danger:#b4232c;--danger-soft:#fdeeee;--danger-border:#f4c9cb;--warn:#8a5300;--warn-soft:#fff5e0;
--warn-border:#f0d9a8;--warn-mark:#e09b1a;--ok:#1b6e45;--ok-soft:#e8f6ee;--ok-border:#bfe3cf;--shadow:0 1px 2px rgb(20 22 35/5%),0 4px 16px rgb(20 22 35/5%)}
@media(prefers-color-scheme:dark){:root{--canvas:#121419;--surface:#17191f;--sunken:#1c1e25;--border:#2a2d36;--border-strong:#7a7f8f;--text:#e6e7ec;--soft:#c5c7d0;--dim:#a0a3af;
--accent:#a9b6f5;--accent-soft:#20263f;--accent-border:#3a4677;--on-accent:#12152a;--danger:#ff9a9a;--danger-soft:#35191c;--danger-border:#6b2d32;--warn:#f2bf63;--warn-soft:#33270f;
--warn-border:#5e4a1d;--warn-mark:#e0a12f;--ok:#7fd3a5;--ok-soft:#14291f;--ok-border:#275a40;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:16px}
body{margin:0;background:var(--canvas);color:var(--text);font:16px/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote{margin:0}
h1{font-size:1.375rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.35;font-weight:650;letter-spacing:-.005em}
h3,h4{font-size:1rem;font-weight:650}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
.skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;background:var(--surface);padding:8px 12px;z-index:1}
.top{border-bottom:1px solid var(--border);background:var(--surface)}
.top>div{max-width:1080px;margin:0 auto;padding:12px 16px;display:flex;align-items:center;gap:12px}
.mark{display:inline-flex;align-items:center;gap:10px;font-size:1.0625rem;font-weight:650;letter-spacing:-.015em;line-height:1.3;min-width:0}
.mark svg{color:var(--accent);flex:none}.mark circle{fill:var(--warn-mark)}
.by{color:var(--dim);font-size:.8125rem;padding-left:12px;border-left:1px solid var(--border);white-space:nowrap}@media(max-width:599px){.by{display:none}}
.top a{margin-left:auto;font-size:.875rem;white-space:nowrap;padding:10px 0}
main{max-width:1080px;margin:0 auto;padding:20px 16px 48px;display:grid;gap:16px;grid-template-columns:minmax(0,1fr)}
main>.act,main>.rest{display:grid;gap:16px;min-width:0}
@media(min-width:900px){main{grid-template-columns:minmax(0,1fr) 356px;column-gap:24px;align-items:start;padding-top:28px;grid-template-areas:"head head" "rest side"}
main.acting{grid-template-areas:"head head" "act side" "rest side";grid-template-rows:auto auto 1fr}
main>.head{grid-area:head}main>.act{grid-area:act}main>.side{grid-area:side}main>.rest{grid-area:rest}main.error{display:block}}
@media(max-width:899px){main>.side{display:contents}main>.side>.about{order:9}}
@media(min-width:900px){main>.side{display:grid;gap:16px;min-width:0}}
.head{display:grid;gap:10px}
.head .line{display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px;color:var(--dim);font-size:.9375rem}
.head .turn{font-size:.9375rem;color:var(--soft)}
.tag{display:inline-block;padding:2px 10px;border-radius:99px;font-size:.8125rem;line-height:1.5;font-weight:600;border:1px solid var(--border);background:var(--sunken);color:var(--soft);white-space:nowrap}
.tag.mine{background:var(--warn-soft);border-color:var(--warn-border);color:var(--warn)}
.tag.theirs{background:var(--accent-soft);border-color:var(--accent-border);color:var(--accent)}
.tag.over{background:var(--ok-soft);border-color:var(--ok-border);color:var(--ok)}
.tag.off{background:var(--danger-soft);border-color:var(--danger-border);color:var(--danger)}
.card{background:var(--surface);border:1px solid var(--border);border-radius:12px;padding:16px;box-shadow:var(--shadow);min-width:0}
.card>h2{margin-bottom:12px}
.card.call{border-color:var(--accent-border);border-left:4px solid var(--accent)}
.card.warn{border-color:var(--warn-border);border-left:4px solid var(--warn-mark)}
@media(min-width:600px){.card{padding:20px}}
.hint{color:var(--dim);font-size:.9375rem}
.card>h2+.hint{margin:-6px 0 14px}.card>h2+.hint:last-child{margin-bottom:0}
.stack{display:grid;gap:12px}
.flash{padding:12px 16px;border-radius:10px;border:1px solid var(--ok-border);background:var(--ok-soft);color:var(--ok);font-weight:600}
.flash.bad,.field-error{color:var(--danger)}
.flash.bad{border-color:var(--danger-border);background:var(--danger-soft)}
.clock{display:grid;gap:6px}
.clock+.clock{margin-top:18px;padding-top:18px;border-top:1px solid var(--border)}
.clock .name{font-weight:600}
.clock .left{font-size:.875rem;color:var(--dim)}
.clock .due{font-variant-numeric:tabular-nums}
.clock .due.missed{color:var(--danger);font-weight:600}.clock .due.met{color:var(--ok)}.clock .due.paused{color:var(--warn)}
.tl{margin:4px 0 2px}.tl svg{display:block;overflow:visible}.tl svg svg{overflow:visible}
.tl-worked{fill:var(--accent)}.tl-planned{fill:var(--accent-soft);stroke:var(--accent-border)}.tl-moved{fill:var(--accent-soft)}.tl-late{fill:var(--danger)}
.tl-paused,.tl-stopped{fill:var(--sunken)}.tl-expected{fill:none;stroke:var(--accent);stroke-dasharray:3 3}.tl-unused{fill:none;stroke:var(--border-strong);stroke-dasharray:3 3}.tl-unknown{fill:var(--dim);opacity:.5}.tl-closed{fill:var(--border-strong);opacity:.55}
.tl-p-line{stroke:var(--border-strong);stroke-width:3;opacity:.75}.tl-p-dot{fill:var(--border-strong)}.tl-p-late{stroke:var(--surface);stroke-width:2;opacity:.45}.tl-break{stroke:var(--surface);stroke-width:2.500;fill:none}
.tl-m path{fill:none;stroke-width:1.500}.tl-m-now path{stroke:var(--text);stroke-width:2}.tl-m-due path{fill:var(--accent);stroke:var(--accent)}.tl-m-missed path{fill:var(--danger);stroke:var(--danger)}
.tl-m-warning path{fill:var(--warn-mark)}.tl-m-change path,.tl-m-reopen path{fill:var(--text)}.tl-m-breach path{stroke:var(--danger);stroke-width:2}
.tl-disc{fill:var(--ok);stroke:var(--surface);stroke-width:2}.tl-m-stop path{stroke:var(--surface);stroke-width:2}
.tl text{font-size:.6875rem;fill:var(--dim);font-variant-numeric:tabular-nums}.tl text.tl-l{fill:var(--text);font-weight:600}.tl text.tl-l-missed{fill:var(--danger)}.tl text.tl-date{fill:var(--soft)}.tl-tick{stroke:var(--border-strong)}
.tl-key{list-style:none;padding:0;margin-top:6px;display:flex;flex-wrap:wrap;gap:2px 14px;font-size:.8125rem;color:var(--dim)}.tl-key li{display:flex;align-items:center;gap:6px}
details>summary{cursor:pointer;color:var(--accent);font-size:.9375rem;padding:4px 0;width:fit-content}
.why ol{padding-left:20px;display:grid;gap:4px;font-size:.875rem;color:var(--soft);margin-top:4px}
.why ol ul{padding-left:16px;display:grid;gap:4px;margin-top:4px}.why .place{color:var(--dim)}.why ol+p{margin-top:8px;font-size:.9375rem}
.clause{margin-top:8px;padding:8px 12px;border-radius:8px;background:var(--sunken);font-size:.875rem;color:var(--soft)}
.clause b{font-weight:600;color:var(--text)}
.talk{list-style:none;padding:0;display:grid;gap:20px}
.said header{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 10px;margin-bottom:4px}
.said header b{font-weight:600}.said time{color:var(--dim);font-size:.875rem;font-variant-numeric:tabular-nums}
.said .body{padding-left:14px;border-left:3px solid var(--border)}
.said.staff .body{border-color:var(--accent)}
.said.solution .body{border-color:var(--ok)}
.said pre.plain{white-space:pre-wrap;font:inherit;margin:0}
.said details pre{white-space:pre-wrap;font:inherit;color:var(--dim);margin:4px 0 0}
.words>*+*{margin-top:10px}.words ul,.words ol{padding-left:22px}.words code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875em;background:var(--sunken);padding:1px 5px;border-radius:4px}
.words pre{background:var(--sunken);padding:12px;border-radius:8px;overflow:auto}.words pre code{padding:0;background:none}
.words blockquote{padding-left:12px;border-left:3px solid var(--border);color:var(--soft)}.words table{display:block;overflow-x:auto;border-collapse:collapse}.words th,.words td{border:1px solid var(--border);padding:4px 8px;text-align:left}.words hr{border:0;border-top:1px solid var(--border)}
.files{list-style:none;padding:0;margin-top:8px;display:grid;gap:4px;font-size:.9375rem}.files span{color:var(--dim);font-size:.875rem;white-space:nowrap}
.facts{display:grid;gap:10px;font-size:.9375rem}.facts dt{color:var(--dim);font-size:.875rem}
form{display:grid;gap:14px}
.field{display:grid;gap:6px;border:0;padding:0;margin:0;min-width:0}
label,legend{font-weight:600;font-size:.9375rem;padding:0}
label small,legend small{font-weight:400;color:var(--dim);font-size:.875rem;margin-left:6px}
input[type=text],input[type=email],input[type=tel],textarea,select{width:100%;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--border-strong);border-radius:8px;padding:10px 12px}
textarea{min-height:132px;resize:vertical}
input[type=file]{width:100%;font:inherit;font-size:.875rem;color:var(--soft);min-height:44px}
input[type=file]::file-selector-button{font:inherit;font-weight:600;color:var(--text);background:var(--sunken);border:1px solid var(--border-strong);border-radius:8px;padding:9px 14px;margin-right:12px;cursor:pointer}
[aria-invalid=true]{border-color:var(--danger)!important}
.choice{display:flex;gap:10px;font-weight:400;padding:8px 0;cursor:pointer}.choice input{flex:none;width:20px;height:20px;margin:2px 0 0;accent-color:var(--accent)}.choice>span::first-letter{text-transform:uppercase}.choice b{font-weight:600}.choice span span{color:var(--dim);font-size:.875rem;display:block}
.field-error{font-size:.9375rem;font-weight:600}
.buttons{display:flex;flex-wrap:wrap;gap:10px;align-items:center}
button{font:inherit;font-weight:600;min-height:44px;padding:9px 18px;border-radius:8px;border:1px solid transparent;background:var(--accent);color:var(--on-accent);cursor:pointer}
button.plain{background:none;border-color:var(--border-strong);color:var(--text)}
@media(max-width:480px){form button{width:100%}}
.effect{width:100%;border-collapse:collapse;font-size:.9375rem}.effect th{overflow-wrap:break-word;font-weight:400;color:var(--dim);font-size:.875rem}.effect th,.effect td{text-align:left;padding:6px 12px 6px 0;vertical-align:top}@media(max-width:480px){.effect tr{display:grid;grid-template-columns:1fr 1fr}.effect thead td{display:none}.effect tbody th{grid-column:1/-1;padding-bottom:0}.effect tbody td{padding-top:2px}}
.ways{padding-left:20px}
.error{display:block;max-width:560px;margin:12vh auto 0;padding:0 16px}.error p{margin-top:10px;color:var(--soft)}.error .code{color:var(--dim);font-size:.9375rem}
main.plain{max-width:720px}@media(min-width:900px){main.plain{grid-template-columns:minmax(0,1fr);grid-template-areas:none}main.plain>.head{grid-area:auto}}
.pair{display:grid;gap:14px;align-items:end}@media(min-width:600px){.pair{grid-template-columns:1fr 1fr}}
.certificate{display:grid;gap:12px}.certificate>h2{margin-bottom:0;display:flex;flex-wrap:wrap;gap:6px 10px;align-items:center}.standing{font-variant-numeric:tabular-nums}
@media(min-width:600px){.facts.wide{grid-template-columns:1fr 1fr;column-gap:24px}}
.deed{border-top:1px solid var(--border);padding-top:12px}.note{padding:8px 12px;border-radius:8px;background:var(--warn-soft);color:var(--warn)}
.way{position:relative;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 16px;align-items:center;padding-block:14px}.card.way>h2{margin:0;font-size:1rem;font-weight:600}.card.way>h2+.hint{margin:0}
.way a{color:inherit;text-decoration:none}.way a::after{content:"";position:absolute;inset:0;border-radius:12px}.way a:focus-visible{outline:0}.way a:focus-visible::after{outline:2px solid var(--accent);outline-offset:2px}
.way::after{content:"";grid-area:1/2/3/3;width:8px;height:8px;margin-right:4px;border:solid var(--border-strong);border-width:2px 2px 0 0;transform:rotate(45deg)}.way:hover{border-color:var(--accent-border)}.way:hover a{color:var(--accent)}
.past>summary{padding:10px 0}.own{list-style:none;padding:0;display:grid;gap:10px;font-size:.9375rem}.place{color:var(--dim);font-size:.875rem}
.card details>form,.card details>.stack{margin-top:12px}.card>.hint+.stack,.card>.hint+form,.card>.stack+form{margin-top:14px}.card>form:not(:first-child){margin-top:14px}
@media print{.top a,form,.buttons,input{display:none}details:not([open])>*{display:block}}
`.replaceAll('\n', '');
