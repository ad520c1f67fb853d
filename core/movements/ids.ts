/** The bundled movements, in the order in which they are listed: each a folder of its name. */
export const MOVEMENT_IDS = [
  'luc-ba-2024',
  'ta-ma-2023-2030',
  'tan-linh-2025',
  'tan-quang-2023-2025',
  'cat-ne-2024',
] as const;
