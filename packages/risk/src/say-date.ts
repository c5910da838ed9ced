const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * A date of a list as a sentence has it, as exact as the list gives it.
 *
 * @example sayDate("2018-05-18") // "18 May 2018"; sayDate("2022-06") // "June 2022"; sayDate("2022") // "2022"
 */
export function sayDate(date: string): string {
  const [year = date, month, day] = date.split("-");
  const name = months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
