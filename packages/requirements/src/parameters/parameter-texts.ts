/** English sentences about parameters and their values. */
export const parameterTexts = {
  "fault.unknown_key": "The requirement has no parameter {key}.",
  "fault.wrong_kind.number": "{label}: this has to be a number.",
  "fault.wrong_kind.choice": "{label}: this has to be one of its options.",
  "fault.wrong_kind.set": "{label}: this has to be a list.",
  "fault.wrong_kind.flag": "{label}: this has to be yes or no.",
  "fault.wrong_kind.text": "{label}: this has to be text.",
  "fault.not_whole": "{label}: {value} is not a whole number.",
  "fault.out_of_range": "{label}: {value} is not between {minimum} and {maximum}.",
  "fault.unknown_option": "{label}: {value} is not one of {options}.",
  "fault.repeated": "{label}: {value} stands there twice.",
  "order.unknown_option": "{label}: the order names {value}, which is not an option.",
  "order.circle": "{label}: the order runs in a circle through {value}.",
  "order.option_twice": "{label}: the option {value} stands there twice.",
  "order.range": "{label}: the smallest number allowed is larger than the largest.",
} as const;
