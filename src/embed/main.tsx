import '../styles.css';
import '../boot.css';
