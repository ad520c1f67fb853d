/**
 * The page that a unit opens by its link: asks the server about the link, and opens the form. The secret stays in the
 * address; the form and the checks are fetched once and stored for use without a network.
 */
import '../ui/no-eval.ts';
import { askLink, type LinkState } from '../session/share/hand-in.ts';
import { LINK_SECRET, linkDigest } from '../session/share/link-key.ts';
import { element } from '../ui/element.ts';
import { linkStoreOf } from './link-store.ts';
import { keepPage } from './offline.ts';

const main = document.getElementById('nop') ?? document.body;
const secret = location.hash.slice(1);
addEventListener('hashchange', () => location.reload());

function say(text: string): void {
  main.replaceChildren(element('h1', {}, 'Nộp báo cáo thi đua'), element('p', { role: 'alert' }, text));
}

async function start(): Promise<void> {
  if (!LINK_SECRET.test(secret)) {
    say('Liên kết bị thiếu hoặc thừa ký tự: hãy chép lại cả liên kết, hoặc hỏi cán bộ xã đã gửi.');
    return;
  }
  const links = linkStoreOf(linkDigest(secret));
  const door = { origin: '', secret, fetch: (address: string, init: RequestInit) => fetch(address, init) };
  const open = async (state: LinkState) => {
    const { openForm } = await import('./open-form.ts');
    openForm(main, door, links, state);
    void keepPage();
  };
  const link = await askLink(door);
  const held = links.state();
  if (link.ok) {
    links.keepState(link.value);
    await open(link.value);
  } else if (link.refusal.code === 'away' && held) await open(held);
  else {
    say(link.refusal.code === 'away' ? 'Chưa nối được mạng: trang sẽ tự mở khi có mạng.' : link.refusal.message);
    if (link.refusal.code === 'away') addEventListener('online', () => location.reload(), { once: true });
  }
}

start().catch(() => say('Chưa mở được trang: hãy xem lại mạng rồi tải lại trang.'));
