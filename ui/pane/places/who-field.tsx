/** Who decides: one field, the same wherever decisions are made. */
import { Field, Input } from '@fluentui/react-components';
import { usePane } from '../pane-context.ts';

const DECIDER = 'Người quyết định (họ tên, chức vụ)';

export function WhoField({ label = DECIDER }: { readonly label?: string }) {
  const { state, dispatch } = usePane();
  return (
    <Field label={label} required>
      <Input value={state.texts.who} onChange={(_, { value }) => dispatch({ kind: 'typed', texts: { who: value } })} />
    </Field>
  );
}
