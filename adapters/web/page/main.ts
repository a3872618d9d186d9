import { WORDS } from '../../chat/wording.js';

document.title = WORDS.more;
