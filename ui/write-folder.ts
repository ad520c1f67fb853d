/** Writes files of the session into a new folder inside the officer's folder, and reports it in a sentence. */
import { done, type Result, refuse } from '../core/base/result.ts';
import type { FolderMade, Progress } from '../session/host/files.ts';
import { writeInto } from '../session/papers/write-into.ts';
import { outputFolder } from './output-folder.ts';

const NAMED = 3;

export async function writeFolder(
  chosen: FileSystemDirectoryHandle,
  { name, files }: FolderMade,
  progress: Progress,
): Promise<Result<string>> {
  try {
    const keptFiles = await writeInto(
      outputFolder(await chosen.getDirectoryHandle(name, { create: true })),
      files,
      progress,
    );
    const more = keptFiles.length > NAMED ? ` và ${keptFiles.length - NAMED} tệp nữa` : '';
    const keptText =
      keptFiles.length === 0
        ? ''
        : ` Tệp cũ đã có người sửa được giữ lại: ${keptFiles.slice(0, NAMED).join(', ')}${more}.`;
    return done(`Đã ghi ${files.length} tệp vào thư mục “${chosen.name}/${name}”.${keptText}`);
  } catch (fault) {
    const isRefused = fault instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(fault.name);
    return refuse(
      'folder',
      isRefused
        ? `Trình duyệt chưa được phép ghi vào thư mục “${chosen.name}”: hãy bấm lại và chọn cho phép, hoặc tải tệp .zip.`
        : `Không ghi hết được vào thư mục “${chosen.name}”: hãy xem lại ổ đĩa, đóng tệp đang mở trong chương trình khác rồi bấm lại; tệp đã ghi vẫn còn.`,
    );
  }
}
