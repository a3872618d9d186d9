import { termSet } from './term-set.js';

/**
 * Whether a term is a word for what notes on talks tell of hardly anybody, and, where they do, in just this word: a person's age,
 * pay, family, schooling, meals. A paraphrase does not stand for it, and the rest of the question does not make up for it.
 */
export const isPrivateWord = termSet(`
  phone telephone email e-mail
  salary salaries earn paid revenue profit
  married marry marriage wife husband spouse girlfriend boyfriend kids children
  age birthday born birthplace
  university college degree school studied
  hobby hobbies favorite favourite religion
  hair shoe height tall weigh
  dog cat pet lunch breakfast dinner eat ate
  hotel password
`);
