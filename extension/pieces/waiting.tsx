/** Says what is being done, as long as it takes. */
export function Waiting({ label }: { readonly label: string }) {
  return <div role="status">{label}</div>;
}
