/** The page when the pane cannot run here: what is wrong, and the way that stays open. */
export function showSentence(root: HTMLElement, reason: string): void {
  const page = document.createElement('main');
  page.className = 'page';
  const title = document.createElement('h1');
  title.textContent = 'Thi đua số';
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = reason;
  const link = document.createElement('a');
  link.href = './preview.html';
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = 'Mở bản xem thử với tệp .xlsx';
  page.append(title, sentence, link);
  root.replaceChildren(page);
}
