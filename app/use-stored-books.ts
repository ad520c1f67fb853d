/** Ways back into books this browser knows: the one left undone, those used lately, the one another page had. */
import { readStoredBook, type StoredBook } from '../ui/pane/stored-book.ts';
import type { FileMode } from './chosen-file.ts';
import { type RecentBook, rememberFile, reopen, type Whole, wholeOf } from './recent-books.ts';
import type { LeftOver } from './use-left-over.ts';
import type { OpenBookState } from './use-open-book.ts';
import type { TurnHeld } from './use-turn.ts';

export function useStoredBooks(book: OpenBookState, left: LeftOver, { turn, take }: TurnHeld) {
  const { opened, open, setFault } = book;
  /** The whole book from the store. Call it from a press: the browser may ask leave to use the file. null = refused, and the page says why. */
  const askedWhole = async (stored: StoredBook, mode: FileMode) => {
    const whole = await wholeOf(stored, mode);
    const file = stored.handle?.name ?? stored.name;
    if (whole.kind !== 'read') {
      setFault(awayText(file, whole.kind));
      return null;
    }
    return whole.copy !== null && !window.confirm(changedText(file)) ? { ...whole, bytes: whole.copy } : whole;
  };
  const openWhole = async (
    stored: Pick<StoredBook, 'name' | 'handle'>,
    { bytes, key, isPartLost }: Whole,
    id?: string,
  ) => {
    const isOpen = await open({ name: stored.name, bytes }, id, { file: stored.handle ?? null, key });
    if (isOpen && isPartLost) setFault(PART_LOST);
    return isOpen;
  };
  return {
    restore: async (stored: StoredBook) => {
      const whole = await askedWhole(stored, turn === 'waiting' ? 'read' : 'readwrite');
      if (whole !== null && (await openWhole(stored, whole, stored.id))) left.resume();
    },
    openRecent: async (recent: RecentBook) => {
      const { id, name, handle, isSealed } = recent;
      const again = await reopen(recent);
      if (again.kind === 'read') {
        const isOpen = await openWhole(
          { name, handle: handle ?? undefined },
          again,
          handle === null || isSealed ? id : undefined,
        );
        if (isOpen && handle) void rememberFile(handle);
      } else if (again.kind === 'gone' && isSealed) setFault(awayText(handle?.name ?? name, 'gone'));
      else if (again.kind === 'gone') {
        await left.forgetRecent(recent);
        setFault(`“${name}” không còn ở chỗ cũ (đã xóa, đổi tên, hay chưa cắm USB) nên được bỏ khỏi danh sách.`);
      } else setFault(`Chưa được phép mở lại “${name}”. Bấm tên sổ lần nữa và chọn “Cho phép”, hoặc bấm “Mở sổ”.`);
    },
    /** The other page is closed: its last stored state is the freshest of the same book. */
    takeOver: async () => {
      const stored = await readStoredBook();
      const isSame = stored !== undefined && stored.id === opened?.id;
      const whole = isSame ? await askedWhole(stored, 'readwrite') : null;
      if (isSame && whole === null) return;
      take();
      if (isSame && whole !== null) await openWhole(stored, whole, stored.id);
      else await opened?.desk.mayChange();
    },
  };
}

/** Why what lies in a file cannot be gone on with. */
function awayText(file: string, why: 'gone' | 'not-allowed'): string {
  return why === 'gone'
    ? `Tệp “${file}” không còn ở chỗ cũ (đã xóa, đổi tên, hay chưa cắm USB). Cắm lại rồi bấm lại, hoặc bấm “Mở sổ” và chọn tệp ở chỗ mới.`
    : `Chưa được phép mở tệp “${file}”. Bấm lại và chọn “Cho phép”.`;
}

function changedText(file: string): string {
  return `Tệp “${file}” khác bản giữ trong trình duyệt: đã được sửa ở chỗ khác. Bấm OK để mở bản trong tệp; bấm Hủy để mở bản trong trình duyệt, bản trong tệp sẽ bị thay.`;
}

const PART_LOST =
  'Phần sửa sau lần ghi cuối vào tệp không mở được: tệp không còn khóa của bản giữ trong trình duyệt. Đã mở bản trong tệp.';
