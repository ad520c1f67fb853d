/** Where a plan is given: a file, or its text pasted. */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { type ChosenFile, FileButton } from '../file-button.tsx';
import { usePlanStyles } from './use-plan-styles.ts';

interface PlanGivenProps {
  readonly working: boolean;
  readonly fault: string | null;
  readonly onFile: (file: ChosenFile) => void;
  readonly onText: (text: string) => void;
  readonly onFault: (fault: string) => void;
}

export function PlanGiven({ working, fault, onFile, onText, onFault }: PlanGivenProps) {
  const styles = usePlanStyles();
  const [text, setText] = useState('');
  return (
    <section className={styles.give} aria-label="Đưa kế hoạch vào">
      <p className={styles.quiet}>
        Chọn tệp kế hoạch phát động phong trào của xã. Phần mềm tìm chỉ tiêu, định mức khen, thời hạn; cán bộ xem lại,
        sửa, rồi lập hồ sơ phong trào. Tệp chỉ được đọc trên máy này.
      </p>
      <div className={styles.row}>
        <FileButton
          label="Chọn tệp kế hoạch"
          accept=".docx,.doc,.pdf,.txt"
          appearance="primary"
          disabled={working}
          onFiles={([file]) => file && onFile(file)}
          onUnreadable={(name) => onFault(`Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`)}
        />
        <span role="status">{working ? 'Đang đọc kế hoạch…' : ''}</span>
      </div>
      <div role="alert">{fault}</div>
      <Field label="Hoặc dán văn bản kế hoạch">
        <Textarea rows={8} resize="vertical" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <span>
        <Button disabled={working || text.trim() === ''} onClick={() => onText(text)}>
          Đọc văn bản đã dán
        </Button>
      </span>
    </section>
  );
}
