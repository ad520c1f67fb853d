/** The numbers of a scanned plan, each beside its picture: right as read, or typed as the picture shows it. */

import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { ScannedNumber } from '../../core/dossier/propose/scanned-numbers.ts';
import { WAS_READ } from '../../core/movement/was-read.ts';
import { TextField } from '../text-field.tsx';
import { usePlanStyles } from './use-plan-styles.ts';

interface ScanListProps {
  readonly numbers: readonly ScannedNumber[];
  readonly onConfirm: (offset: number, isRight: boolean) => void;
  /** A sentence when it could not be taken. */
  readonly onType: (offset: number, typed: string) => string | null;
}

export function ScanList({ numbers, onConfirm, onType }: ScanListProps) {
  const styles = usePlanStyles();
  const open = numbers.filter(({ row }) => !row.confirmed).length;
  return (
    <div className={styles.form}>
      <p className={styles.quiet} role="status">
        {open === 0
          ? 'Mọi con số đã được so với ảnh.'
          : `Còn ${open} chỗ chưa so với ảnh. Chưa xác nhận thì kết quả chỉ là tạm tính: chưa chốt, chưa lập văn bản được.`}
      </p>
      <ul className={styles.list}>
        {numbers.map((number) => (
          <ScannedRow
            key={`${number.offset} ${number.row.usedIn}`}
            number={number}
            onConfirm={onConfirm}
            onType={onType}
          />
        ))}
      </ul>
    </div>
  );
}

function ScannedRow({
  number,
  onConfirm,
  onType,
}: Omit<ScanListProps, 'numbers'> & { readonly number: ScannedNumber }) {
  const styles = usePlanStyles();
  const { row, offset, picture } = number;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const address = usePictureAddress(picture);
  return (
    <li className={mergeClasses(styles.card, !row.confirmed && row.doubtful && styles.current)}>
      <span className={styles.spread}>
        <span className={styles.strong}>{row.read}</span>
        <span className={styles.quiet}>{stateWords(number)}</span>
      </span>
      {address === null ? null : (
        <img className={styles.picture} src={address} alt={`Ảnh cắt từ bản quét, trang ${row.page}`} />
      )}
      <span
        className={styles.quiet}
      >{`Trang ${row.page}${row.usedIn === '' ? '' : ` · ${row.usedIn}`}: ${row.line}`}</span>
      {typed === null ? (
        <div className={styles.row}>
          {row.confirmed ? (
            <Button size="small" onClick={() => onConfirm(offset, false)}>
              Bỏ xác nhận
            </Button>
          ) : (
            <Button size="small" appearance="primary" onClick={() => onConfirm(offset, true)}>
              {picture === null ? 'Đúng như bản quét' : 'Đúng như ảnh'}
            </Button>
          )}
          {picture === null ? null : (
            <Button size="small" onClick={() => setTyped(row.read)}>
              Ghi lại
            </Button>
          )}
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const message = onType(offset, typed);
            setFault(message);
            if (message === null) setTyped(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
          }}
        >
          <TextField label="Đúng trong ảnh là" autoFocus value={typed} onType={setTyped} />
          <div role="alert">{fault}</div>
          <div className={styles.row}>
            <Button size="small" appearance="primary" type="submit">
              Lưu
            </Button>
            <Button size="small" onClick={() => setTyped(null)}>
              Thôi
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

function stateWords({ row }: ScannedNumber): string {
  const state = row.confirmed ? 'đã xác nhận' : row.doubtful ? 'nghi đọc sai' : 'chưa xác nhận';
  if (row.again === '' || row.again === row.read) return state;
  return `${state} · ${row.again.startsWith(WAS_READ) ? '' : 'đọc lại riêng: '}${row.again}`;
}

/** null = there is no picture. */
function usePictureAddress(picture: Uint8Array | null): string | null {
  const blob = useMemo(
    () => (picture === null ? null : new Blob([new Uint8Array(picture)], { type: 'image/png' })),
    [picture],
  );
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
