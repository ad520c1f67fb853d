/** The start of reading a plan: choosing a file, or pasting its text. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type ChosenFile, FileButton } from '../file-button.tsx';
import { LongTextField } from '../long-text-field.tsx';
import { Recognising } from './recognising.tsx';
import type { PlanReadingState } from './use-plan-reading.ts';
import { usePlanStyles } from './use-plan-styles.ts';

interface PlanGivenProps {
  readonly reading: PlanReadingState;
  readonly fault: string | null;
  readonly onFile: (file: ChosenFile) => void;
  readonly onText: (text: string) => void;
  readonly onFault: (fault: string) => void;
  readonly onRecognise: (question: Extract<PlanReadingState, { kind: 'asking' }>) => void;
  readonly onStop: () => void;
}

export function PlanStart({ reading, fault, onFile, onText, onFault, onRecognise, onStop }: PlanGivenProps) {
  const styles = usePlanStyles();
  const working = reading.kind === 'reading' || reading.kind === 'recognising';
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
          accept=".docx,.doc,.pdf,.txt,.png,.jpg,.jpeg"
          appearance="primary"
          disabled={working}
          onFiles={([file]) => file && onFile(file)}
          onFault={onFault}
        />
        <span role="status">{reading.kind === 'reading' ? 'Đang đọc kế hoạch…' : ''}</span>
      </div>
      {reading.kind === 'asking' || reading.kind === 'recognising' ? (
        <Recognising reading={reading} onStart={onRecognise} onStop={onStop} />
      ) : null}
      <div role="alert">{fault}</div>
      <LongTextField label="Hoặc dán văn bản kế hoạch" rows={8} value={text} onType={setText} />
      <span>
        <Button disabled={working || text.trim() === ''} onClick={() => onText(text)}>
          Đọc văn bản đã dán
        </Button>
      </span>
    </section>
  );
}
