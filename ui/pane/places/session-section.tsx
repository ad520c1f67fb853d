/**
 * The council's session: who met, closing the results, reopening them. What is typed stays until it is recorded.
 */

import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { memberText } from '../../../core/council/attendance.ts';
import { lastSession, type SessionEntry } from '../../../core/council/session-log.ts';
import { Icon } from '../../icons.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import type { SessionTexts } from '../session-texts.ts';
import {
  type Attended,
  attendanceText,
  attendanceTyped,
  membersText,
  membersTyped,
  sessionWanted,
} from '../session-wanted.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { momentText } from './moment-text.ts';
import { ReasonedAct } from './reasoned-act.tsx';
import { RecordAct } from './record-act.tsx';

export function SessionSection() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  if (workspace === null) return null;
  const { sessions, sessionFault, closed } = workspace;
  const held = lastSession(sessions);
  return (
    <section className={styles.section} aria-labelledby="session-heading">
      <h2 id="session-heading" className={styles.heading}>
        Phiên họp và chốt kết quả
      </h2>
      {sessionFault === null ? null : (
        <p className={styles.card} role="alert">
          <span className={styles.row}>
            <Icon name="error" />
            <strong>Sổ phiên họp bị sửa</strong>
          </span>
          {sessionFault}
        </p>
      )}
      {held === null ? null : <p className={styles.text}>{heldText(held)}</p>}
      {closed === null ? (
        <details open={held === null ? true : undefined}>
          <summary>{held === null ? 'Ghi phiên họp' : 'Ghi lại phiên họp'}</summary>
          <SessionForm />
        </details>
      ) : null}
    </section>
  );
}

/** After all that is decided: closing, and what was closed before. */
export function CloseSection() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  if (workspace === null) return null;
  // After the meeting and its votes it is what comes next.
  const isNext = lastSession(workspace.sessions) !== null && workspace.votes.length > 0;
  return (
    <section className={styles.section} aria-label="Chốt kết quả">
      {workspace.closed === null ? (
        <details open={isNext || undefined}>
          <summary>Chốt kết quả</summary>
          <CloseForm />
        </details>
      ) : null}
      <History sessions={workspace.sessions} />
    </section>
  );
}

function heldText({ day, place, chair, secretary, present, proxies, written, absent }: SessionEntry): string {
  const all = present.length + proxies.length + written.length + absent.length;
  return [
    day === null ? 'Phiên họp chưa ghi ngày' : `Phiên họp ngày ${day.split('-').reverse().join('/')}`,
    place === '' ? '' : `tại ${place}`,
    chair === '' ? '' : `chủ trì: ${chair}`,
    secretary === '' ? '' : `thư ký: ${secretary}`,
    `có mặt ${present.length}/${all}, ủy quyền ${proxies.length}, gửi văn bản ${written.length}, vắng ${absent.length}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Locked: who closed, when, with which seal, and what is no longer as it was. Reopening is here. */
export function ClosedCard() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const closed = state.workspace?.closed ?? null;
  if (closed === null) return null;
  const { entry, since } = closed;
  const key = `reopen:${entry?.id ?? ''}`;
  return (
    <section className={styles.card} aria-labelledby="closed-heading">
      <h2 id="closed-heading" className={styles.heading}>
        {entry === null ? 'Kết quả đang khóa' : 'Kết quả đã chốt'}
      </h2>
      {entry === null ? null : (
        <>
          <p className={styles.text}>{`${entry.who}, ${momentText(entry.at)}. ${entry.note}`}</p>
          <p className={styles.text} style={{ userSelect: 'text' }}>{`Dấu vết lần chốt: ${entry.hash}`}</p>
        </>
      )}
      {since.map((text) => (
        <p key={text} className={styles.note} role="alert">
          <Icon name="error" />
          {text}
        </p>
      ))}
      <ReasonedAct
        draftKey={key}
        label="Mở lại kết quả"
        deed="mở lại"
        onRecord={(act) => void actions.act('Đang mở lại kết quả', () => session.reopenResults(act), [key])}
      />
    </section>
  );
}

function CloseForm() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const open = (state.workspace?.queue ?? []).flatMap(({ items }) => items).length;
  const close = () => {
    const who = state.texts.who.trim();
    if (!sure) return setMissing('Hãy đánh dấu ô xác nhận.');
    if (who === '') return setMissing('Hãy ghi họ tên người chốt.');
    setMissing(null);
    void actions.act('Đang chốt kết quả', () => session.closeResults(who));
  };
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      {open === 0 ? null : (
        <p className={styles.note}>
          <Icon name="warning" />
          {`Còn ${open} việc chưa quyết định: điểm của các việc đó tính ở mức thấp nhất, bản chốt ghi rõ số việc này.`}
        </p>
      )}
      <Checkbox
        checked={sure}
        onChange={(_, { checked }) => setSure(checked === true)}
        label="Sau khi chốt không chấm lại, không quyết định, không sửa tiêu chí được; muốn sửa phải mở lại kèm lý do"
      />
      <RecordAct label="Chốt kết quả" who="who" isPrimary missing={missing} onRecord={close} />
    </div>
  );
}

function SessionForm() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const membersBefore = membersText(state.workspace?.members ?? []);
  const texts: SessionTexts = { ...state.texts, sessionMembers: state.texts.sessionMembers || membersBefore };
  const members = membersTyped(texts.sessionMembers);
  const attended = attendanceTyped(texts.sessionAttendance);
  const type = (typed: Partial<SessionTexts>) => {
    setMissing(null);
    dispatch({ kind: 'typed', texts: typed });
  };
  const attend = (names: readonly string[], item: Attended) => {
    const next = new Map(attended);
    for (const name of names) next.set(name, item);
    type({ sessionAttendance: attendanceText(next) });
  };
  const record = () => {
    const facts = sessionWanted(texts);
    const who = state.texts.who.trim();
    if (!facts.ok) return setMissing(facts.refusal.message);
    if (who === '') return setMissing('Hãy ghi họ tên người ghi phiên họp.');
    setMissing(null);
    void actions.act('Đang ghi phiên họp', () => session.recordSession(facts.value, who));
  };
  const names = members.map(memberText);
  return (
    <div className={styles.section} style={{ paddingTop: 8 }}>
      <div className={styles.fields}>
        <TextField
          label="Ngày họp (ngày/tháng/năm)"
          value={texts.sessionDay}
          onType={(value) => type({ sessionDay: value })}
        />
        <TextField label="Địa điểm họp" value={texts.sessionPlace} onType={(value) => type({ sessionPlace: value })} />
      </div>
      <LongTextField
        label="Thành viên Hội đồng"
        hint="Mỗi dòng một người: Họ tên; chức vụ; đơn vị"
        rows={5}
        value={texts.sessionMembers}
        onType={(value) => type({ sessionMembers: value })}
      />
      {members.length === 0 ? null : (
        <>
          <div className={styles.fields}>
            <MemberChoice
              label="Chủ trì"
              names={names}
              value={texts.sessionChair}
              onPick={(text) => type({ sessionChair: text })}
            />
            <MemberChoice
              label="Thư ký"
              names={names}
              value={texts.sessionSecretary}
              onPick={(text) => type({ sessionSecretary: text })}
            />
          </div>
          <div>
            <Button size="small" onClick={() => attend(names, { state: 'present', proxy: '' })}>
              Tất cả có mặt
            </Button>
          </div>
          <AttendanceTable {...{ names, attended }} onAttend={(name, attended) => attend([name], attended)} />
        </>
      )}
      <RecordAct label="Ghi phiên họp" who="who" isPrimary missing={missing} onRecord={record} />
    </div>
  );
}

interface MemberChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onPick: (name: string) => void;
}

function MemberChoice({ label, names, value, onPick }: MemberChoiceProps) {
  return (
    <Field label={label}>
      <Select value={names.includes(value) ? value : ''} onChange={(_, { value: name }) => onPick(name)}>
        <option value="">Chưa ghi</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
    </Field>
  );
}

/** Closings and reopenings, last first: nothing of them goes. */
function History({ sessions }: { readonly sessions: readonly SessionEntry[] }) {
  const styles = usePaneStyles();
  const past = sessions.filter(({ kind }) => kind !== 'hold').toReversed();
  if (past.length === 0) return null;
  return (
    <ul className={styles.list}>
      {past.map(({ hash, kind, who, at, note }) => (
        <li key={hash} className={styles.quiet}>
          {`${kind === 'close' ? 'Chốt kết quả' : 'Mở lại'}: ${who}, ${momentText(at)}. ${note}`}
        </li>
      ))}
    </ul>
  );
}
