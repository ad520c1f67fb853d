/** Reports sent as one .zip: the workbooks in it are found wherever they lie, and nothing it says of itself is believed. */
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { previewHost } from '../../app/host/preview-host.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { collect } from '../../session/received/collect.ts';
import { unzipped } from '../../session/received/unzipped.ts';
import { demoFiles, sure } from './session-hosts.ts';

const plain = newBook([{ name: 'Trang', cells: [] }]);
const names = (entries: Record<string, Uint8Array>) => {
  const { files, refused } = sure(unzipped({ name: 'bc.zip', bytes: zipSync(entries) }));
  return { files: files.map(({ name }) => name), refused };
};

it('takes in the reports of an archive, in folders of folders, and names what is none', async () => {
  const [first, second, third] = demoFiles();
  const bytes = zipSync({
    'Báo cáo/Trường/một.xlsx': first!.bytes,
    'Báo cáo/hai.xlsx': second!.bytes,
    'ba.xlsx': [third!.bytes, { level: 0 }],
    'Báo cáo/Công văn.docx': strToU8('x'),
    '__MACOSX/Báo cáo/._hai.xlsx': strToU8('x'),
    'Báo cáo/~$hai.xlsx': strToU8('x'),
  });
  const host = sure(previewHost('Sổ.xlsx', plain));
  const { taken, refused } = sure(await collect(host, [{ name: 'Tháng 10.ZIP', bytes }], '2025-11-01T00:00:00Z'));
  expect(taken.map(({ name }) => name)).toEqual(['ba.xlsx', 'hai.xlsx', 'một.xlsx']);
  expect(refused).toEqual([
    { file: 'Tháng 10.ZIP', reason: '1 tệp bên trong không phải bảng tính nên bỏ qua: Công văn.docx.' },
  ]);
});

it('keeps nothing of a path but names, and tells files of one name by their folders', () => {
  const entries = {
    'Xã/Trường A/BC.xlsx': plain,
    'Trường B/bc.xlsx': plain,
    '../../BC.xlsx': plain,
    'C:\\x\\y.xls': plain,
  };
  expect(names(entries).files).toEqual(['BC.xlsx', 'Trường A/BC.xlsx', 'Trường B/bc.xlsx', 'y.xls']);
  expect(names({ 'a\u202eslx.xlsx': plain, 'A/../BC.xlsx': plain, 'B/../BC.xlsx': plain }).files).toEqual([
    'aslx.xlsx',
    'BC (2).xlsx',
    'BC.xlsx',
  ]);
});

/** The archive with a changed record of its only entry in its directory. */
function textOf(bytes: Uint8Array, say: (view: DataView, record: number) => void): Uint8Array {
  const view = new DataView(bytes.buffer);
  const record = bytes.findLastIndex((_, at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50);
  say(view, record);
  return bytes;
}

it('opens no bomb, nothing damaged and nothing behind a password, and says why', () => {
  const refusal = (bytes: Uint8Array) => {
    const made = unzipped({ name: 'bc.zip', bytes });
    return made.ok ? made.value.refused[0]?.reason : made.refusal.message;
  };
  const report = () => zipSync({ 'a.xlsx': plain });
  const sized = (size: number) => refusal(textOf(report(), (view, record) => view.setUint32(record + 24, size, true)));
  expect(sized(300 * 1024 * 1024)).toMatch(/quá lớn khi giải nén/);
  expect(sized(10)).toMatch(/hỏng/);
  expect(refusal(strToU8('Rar!'))).toMatch(/hãy nén lại thành \.zip/);
  expect(refusal(textOf(report(), (view, record) => view.setUint8(record + 8, 1)))).toMatch(/mật khẩu/);
  expect(names({}).refused).toEqual([{ file: 'bc.zip', reason: 'Tệp nén không có tệp nào.' }]);
});
