/** Who decides: one field, the same wherever decisions are made. */
import { Field, Input } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';

export function WhoField() {
  const { state, dispatch } = usePane();
  return (
    <Field label="Người quyết định (họ tên, chức vụ)" required>
      <Input value={state.texts.who} onChange={(_, { value }) => dispatch({ kind: 'typed', texts: { who: value } })} />
    </Field>
  );
}
