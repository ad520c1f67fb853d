/** Pages that serve as evidence: a hostile page, and a portal page with many units. */

/**
 * Everything that a page copy could still contain, or a restored backup could bring: scripts, loads, ways out, names
 * that hide properties.
 */
export function hostileEvidence(): string {
  const hack = "parent.hacked=1;top.document.title='bị chiếm'";
  const out = (name: string) => `https://xau.gov.vn/${name}`;
  return `<!doctype html><html onclick="${hack}"><head><title>xấu</title>
<base href="${out('base/')}"><meta http-equiv="refresh" content="0;url=${out('refresh')}">
<link rel="stylesheet" href="${out('style.css')}"><link rel="prefetch" href="${out('prefetch')}"><link rel="preconnect" href="${out('')}">
<style>@import url(${out('import.css')}); @font-face { font-family: x; src: url(${out('font')}); }
body { font-family: x; background: url(${out('background')}); cursor: url(${out('cursor')}), auto; } p::before { content: url(${out('content')}); }</style>
<script>${hack};fetch('${out('fetch')}');new Image().src='${out('image')}';location='${out('location')}'</script></head>
<body onload="${hack}" background="${out('body')}"><p>Số liệu trong trang xấu</p>
<form name="documentElement"></form><img name="head"><img name="querySelectorAll"><img name="createElement">
<form id="trap" action="${out('form')}"><input name="remove"><input name="removeAttribute"><input name="getAttributeNames"><input name="attributes">
<button formaction="${out('formaction')}">nút gửi</button><input type="image" src="${out('input')}"></form>
<img src="${out('img')}" srcset="${out('srcset')} 2x" onerror="${hack}"><picture><source srcset="${out('source')}"><img></picture>
<a href="${out('link')}" target="_top" ping="${out('ping')}">liên kết ngoài</a> <a href="${out('blank')}" target="_blank">liên kết ngoài mới</a>
<a href="javascript:${hack}">liên kết mã</a> <a href=" java&#10;script:${hack}">liên kết mã hai</a>
<svg width="200" height="30"><a><animate attributeName="href" to="${out('animate')}" begin="0s" fill="freeze"/><text y="20">liên kết trong hình</text></a>
<image href="${out('svg')}" width="1" height="1"/><use href="${out('use')}#a"/><script>${hack}</script></svg>
<iframe src="${out('frame')}"></iframe><iframe srcdoc="<script>${hack}</script>"></iframe>
<object data="${out('object')}"></object><embed src="${out('embed')}"><video src="${out('video')}" poster="${out('poster')}" autoplay></video><audio src="${out('audio')}" autoplay></audio>
<div><template shadowrootmode="open"><a href="${out('shadow')}">liên kết trong bóng</a><img src="${out('shadow-img')}" onerror="${hack}"></template></div>
<p id="nhieu" ${Array.from({ length: 40_000 }, (_, at) => `on${at}="${hack}"`).join(' ')}>chữ có nhiều thuộc tính</p>
<button popovertarget="noi">nút gửi</button><div popover id="noi"><a href="${out('popover')}">hộp bật lên</a></div><dialog open><form method="dialog" action="${out('dialog')}"><button>nút gửi</button></form></dialog>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${hack}&gt;"></style></mglyph></table></mtext></math>
<form><math><mtext></form><form><mglyph><style></math><img title="</style>&lt;meta http-equiv=refresh content=0;url=${out('mutated')}&gt;"></form>
<details open ontoggle="${hack}"><summary>x</summary></details><input autofocus onfocus="${hack}"></body></html>`;
}

const NAMES = ['Đông Thái', 'An Minh', 'Tân Hiệp', 'Mỹ Đức', 'Vĩnh Phong'];

/**
 * The old portal's page of a province: two departments and sixty communes; each further day a hundredth more. Second
 * and third are level.
 */
export function unitsPage(day: number): string {
  const row = (place: number, name: string, hundredths: number) =>
    `<tr><td>${place}</td><td>${name}</td><td><span>${(hundredths / 100).toFixed(2).replace('.', ',')}</span></td></tr>`;
  const communes = Array.from({ length: 60 }, (_, index) => {
    const base = index === 0 ? 1960 : index < 3 ? 1950 : 1949 - index;
    return row(index + 1, `UBND xã ${NAMES[index % 5]} ${index}`, base + day);
  });
  const table = (rows: readonly string[]) =>
    `<table><tr><th>STT</th><th>Đơn vị</th><th>Điểm</th></tr>${rows.join('')}</table>`;
  const departments = [row(1, 'Sở Du lịch', 1980), row(2, 'Thanh tra tỉnh', 1600)];
  return `<!doctype html><html><head><title>Tiến độ giải quyết</title></head><body><h2>NĂM 2025</h2>
<div class="province-table-container">${table(departments)}${table(communes)}</div></body></html>`;
}
