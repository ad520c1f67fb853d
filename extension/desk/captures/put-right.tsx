/**
 * What can still be done about a capture that was decided on: its figures corrected or withdrawn with a reason, or all
 * of it deleted for good.
 */
import { Button, Field, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { TextBox } from '../../pieces/text-box.tsx';
import { ERROR_TEXT } from '../../pieces/words.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { routeTo } from '../route.ts';

type Act = 'reopen' | 'withdraw' | 'remove';

const WORDS: Readonly<Record<Act, { readonly title: string; readonly explanation: string; readonly go: string }>> = {
  reopen: {
    title: 'Sửa số đã lưu',
    explanation:
      'Bản chụp mở lại để sửa số, đơn vị hoặc kỳ rồi xác nhận lại. Trong lúc sửa, các số cũ không tính vào đâu; số cũ và lý do vẫn nằm trong lịch sử của bản chụp.',
    go: 'Mở lại để sửa',
  },
  withdraw: {
    title: 'Rút lại',
    explanation:
      'Các số của bản chụp này không tính nữa ở Tổng quan, tệp xuất, tin nhắn, Excel và sổ chung. Số cũ, lý do và bằng chứng vẫn được giữ.',
    go: 'Rút lại',
  },
  remove: {
    title: 'Xóa hẳn',
    explanation:
      'Xóa bản chụp này cùng mọi số, trang chép và ảnh của nó khỏi máy. Không lấy lại được nữa. Bản đã chuyển sang Excel, sổ chung hoặc tệp sao lưu thì còn ở đó.',
    go: 'Xóa hẳn bản chụp',
  },
};

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  form: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '640px', margin: 0 },
});

export function PutRight({ record }: { readonly record: CaptureRecord }) {
  const styles = useStyles();
  const [act, setAct] = useState<Act>();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const hintId = useId();
  const isConfirmed = record.state === 'confirmed' || record.state === 'corrected';
  const offered: readonly Act[] = isConfirmed ? ['reopen', 'withdraw', 'remove'] : ['remove'];
  const start = (next: Act | undefined) => {
    setAct(next);
    setReason('');
    setFault(undefined);
  };
  const write = (text: string) => {
    setReason(text);
    setFault(undefined);
  };
  const go = async () => {
    if (act === undefined) return;
    if (act !== 'remove' && reason.trim() === '') return setFault(ERROR_TEXT['no-reason']);
    const { id } = record;
    const reply =
      act === 'remove'
        ? await send('capture.remove', { id })
        : await send(act === 'reopen' ? 'capture.reopen' : 'capture.withdraw', { id, reason });
    if (!reply.ok) return setFault(ERROR_TEXT[reply.code]);
    start(undefined);
    if (act === 'remove') location.hash = routeTo('ban-chup');
  };
  if (act === undefined) {
    return (
      <div className={styles.buttons}>
        {offered.map((act) => (
          <Button key={act} onClick={() => start(act)}>
            {WORDS[act].title}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <form
      className={styles.form}
      aria-describedby={hintId}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div id={hintId}>
        <Notice kind={act === 'reopen' ? 'info' : 'warning'}>{WORDS[act].explanation}</Notice>
      </div>
      {act !== 'remove' && (
        <Field label={act === 'reopen' ? 'Vì sao phải sửa' : 'Vì sao rút lại'} required>
          {(field) => <TextBox field={field} value={reason} maxLength={1000} rows={2} onChange={write} />}
        </Field>
      )}
      {fault === undefined ? null : <Notice kind="error">{fault}</Notice>}
      <div className={styles.buttons}>
        <Button autoFocus={act === 'remove'} onClick={() => start(undefined)}>
          Thôi
        </Button>
        <Button type="submit" appearance={act === 'reopen' ? 'primary' : 'secondary'}>
          {WORDS[act].go}
        </Button>
      </div>
    </form>
  );
}
