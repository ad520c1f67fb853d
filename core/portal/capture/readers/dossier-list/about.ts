/** What others know of this reader without reading a page. */
import type { ReaderAbout } from '../../reader.ts';

export const about: ReaderAbout = {
  id: 'dossier-list',
  source: 'danh-sach-ho-so',
};
