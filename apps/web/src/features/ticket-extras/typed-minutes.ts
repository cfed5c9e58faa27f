const DAY = 1440;

/** `45`, `1:30`, `1 ч 30 мин`, `2h`, `1,5 ч` as minutes; null: it is no time, or none within a day. */
export const typedMinutes = (typed: string): number | null => {
  const text = typed.trim().toLowerCase().replaceAll(',', '.');
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const words =
    /^(?:(\d{1,2}(?:\.\d{1,2})?)\s*(?:ч|час\S*|h\S*))?\s*(?:(\d{1,4})\s*(?:м|мин\S*|m\S*)?\.?)?$/.exec(text);
  const [hours, minutes] =
    clock !== null ? [clock[1], clock[2]] : words !== null && text !== '' ? [words[1], words[2]] : [];
  if (hours === undefined && minutes === undefined) return null;
  const total = Math.round(Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  return total >= 1 && total <= DAY ? total : null;
};
