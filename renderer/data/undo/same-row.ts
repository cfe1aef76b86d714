/** Whether two stored values are the same. Files count as the same when type and size are: their bytes never change. */
export function sameRow(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Blob || other instanceof Blob) {
    return one instanceof Blob && other instanceof Blob && one.size === other.size && one.type === other.type;
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return (
    Array.isArray(one) === Array.isArray(other) && [...keys].every((key) => sameRow(left[key], right[key]))
  );
}
