/** What is being done, said while it lasts. */
export function Waiting({ label }: { readonly label: string }) {
  return <div role="status">{label}</div>;
}
