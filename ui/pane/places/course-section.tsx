/**
 * "Tiến độ theo dõi": the short forms of a month or quarter, chosen here → how far each target has come. The workbook
 * stays as it is.
 */
import { useState } from 'react';
import { periodName } from '../../../core/base/period/period.ts';
import { signedState } from '../../../core/commune/result/commune-result.ts';
import type { Course } from '../../../session/received/follow-up-course.ts';
import { FileButton } from '../../file-button.tsx';
import { usePane } from '../pane-context.ts';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { TargetCard } from './target-card.tsx';

export function CourseSection() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [course, setCourse] = useState<Course | null>(null);
  if (state.workspace?.movement == null) return null;
  const read = (files: Parameters<typeof session.followUpCourse>[0]) =>
    actions.act('Đang đọc biểu theo dõi', async () => {
      const found = await session.followUpCourse(files);
      if (!found.ok) return found;
      setCourse(found.value);
      const left = found.value.unused.map(({ file, reason }) => `“${file}”: ${reason}`).join('\n');
      return { ok: true, value: { workspace: null, message: 'Đã đọc biểu theo dõi; sổ giữ nguyên.', left } };
    });
  return (
    <section className={styles.section} aria-labelledby="course-heading">
      <h2 id="course-heading" className={styles.heading}>
        {course?.period ? `Tiến độ ${periodName(course.period)}` : 'Tiến độ theo dõi'}
      </h2>
      <p className={styles.quiet}>
        Chọn các biểu theo dõi tháng, quý đơn vị gửi về (cả kỳ trước nếu có): mỗi chỉ tiêu đã đến đâu.
      </p>
      <div className={styles.row}>
        <FileButton
          label="Chọn biểu theo dõi"
          accept={SENT_KINDS}
          multiple
          disabled={state.work !== null}
          onFiles={(files) => void read(files)}
          onFault={actions.refuse}
        />
      </div>
      {course === null ? null : <Found course={course} />}
    </section>
  );
}

function Found({ course: { targets, doubts } }: { readonly course: Course }) {
  const styles = usePaneStyles();
  return (
    <>
      {doubts.length === 0 ? null : (
        <details>
          <summary>{`Cần xem lại trong biểu: ${doubts.length} chỗ`}</summary>
          <ul className={styles.list}>
            {doubts.map((doubt) => (
              <li key={doubt} className={styles.text}>
                {doubt}
              </li>
            ))}
          </ul>
        </details>
      )}
      {targets.length === 0 ? (
        <p className={styles.quiet}>Không chỉ tiêu nào của kế hoạch lấy số từ biểu theo dõi.</p>
      ) : null}
      <ul className={styles.list}>
        {targets.map((target) => (
          <TargetCard key={target.code} target={target} state={signedState(target)} />
        ))}
      </ul>
    </>
  );
}
