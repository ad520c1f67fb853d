/** The served pages: the readers' own cases, and a hostile page. */
import { readFileSync } from 'node:fs';

/** Text of a case of a reader. */
export function casePage(reader: string, file: string): string {
  return readFileSync(`core/portal/capture/readers/${reader}/cases/${file}`, 'utf8');
}

/** Form 06a some days later: ten dossiers more, taken in online and settled in time; its sums still balance. */
export function laterForm(): string {
  return changedForm([
    [
      ['120', '20'],
      ['130', '30'],
    ],
    [
      ['120', '120'],
      ['130', '130'],
    ],
    [
      ['10.481', '9.020'],
      ['10.491', '9.030'],
    ],
    [
      ['10.420', '10.120'],
      ['10.430', '10.130'],
    ],
  ]);
}

/** Form 06a with a thousand dossiers handed in at the desk that were online: 8,020 of 10,420 are. */
export function deskForm(): string {
  return changedForm([
    [
      ['10.361', '9.000', '1.300'],
      ['10.361', '8.000', '2.300'],
    ],
    [
      ['10.481', '9.020', '1.400'],
      ['10.481', '8.020', '2.400'],
    ],
  ]);
}

/** Neighbouring cells of form 06a, before and after. */
function changedForm(changes: readonly (readonly (readonly string[])[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
  return changes.reduce(
    (page, [before = [], after = []]) => page.replace(cells(before), cells(after)),
    casePage('form-06a', 'fields-ok.html'),
  );
}

/**
 * Form 06a of a hostile system: markup and formulas for names, fields named after properties, state to be copied and
 * secrets not to be.
 */
export function hostilePage(): string {
  const form = casePage('form-06a', 'fields-ok.html');
  const name = '&lt;img src=x onerror=&quot;window.hacked=1&quot;&gt;';
  const trap = `
<form name="implementation"><input name="tagName" value="typed before"><input name="children"><input name="shadowRoot">
  <input name="getAttributeNames"><input name="removeAttribute"><input type="password" value="matkhau-bimat">
  <input type="hidden" name="token" value="token-bimat"><input autocomplete="current-password" value="hien-bimat"><script>window.scriptsRun = (window.scriptsRun ?? 0) + 1;</script></form>
<img name="createTreeWalker"><img name="documentElement"><img name="title"><img name="querySelectorAll">
<x-trap></x-trap><iframe src="https://khac.gov.vn/khung"></iframe>
<div id="host"></div><meta name="csrf-token" content="csrf-bimat">
<script>
  customElements.define('x-trap', class extends HTMLElement { constructor() { super(); window.built = (window.built ?? 0) + 1; } });
  document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<h4>chữ trong bóng</h4>';
  document.forms[0].elements[0].value = 'typed after';
  window.changes = 0;
  Array.prototype.push = new Proxy(Array.prototype.push, {});
  new MutationObserver((list) => { window.changes += list.length; }).observe(
    document.getElementById('host').parentNode, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;
  return form
    .replace('<title>Bộ chỉ số</title>', '<title>=HYPERLINK("http://x") &lt;script&gt;alert(1)&lt;/script&gt;</title>')
    .replace('UBND xã Ta Ma', `UBND xã =cmd ${name}`)
    .replace('</body>', `${trap}</body>`);
}
