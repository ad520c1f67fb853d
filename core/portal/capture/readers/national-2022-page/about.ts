/** What others know of this reader without reading a page. */
import type { ReaderAbout } from '../../reader.ts';

export const about: ReaderAbout = {
  id: 'national-2022-page',
  source: 'quoc-gia-2022',
};
