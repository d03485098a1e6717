import { followContents } from './contents.ts';
import { closeMenus } from './dialogs.ts';
import { focusErrors } from './focus-errors.ts';
import { guardDoublePress } from './once.ts';
import { printOnPress } from './print.ts';
import { searchWhileTyping } from './search.ts';

document.documentElement.classList.add('scripted');
focusErrors();
searchWhileTyping();
followContents();
printOnPress();
closeMenus();
guardDoublePress();
