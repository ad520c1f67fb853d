/** Names the work in progress, as long as it takes. */
export function Waiting({ label }: { readonly label: string }) {
  return <div role="status">{label}</div>;
}
